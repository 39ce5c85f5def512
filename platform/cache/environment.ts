/** A Redis for the tests; each uses keys of its own there. */
export const testRedisUrl = process.env.TEST_REDIS_URL;
