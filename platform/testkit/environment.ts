/** The Chromium that the tests drive. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Where tests in Chromium leave pictures of what they saw, for people to look at; none by default. */
export const pictureFolder = process.env.PICTURE_FOLDER;
