/** One's own notices. */
export const noticesRead = 'notices:read';
export const noticesWrite = 'notices:write';
