/** Where a process that a test has started finds the database. */
export const processDatabaseUrl = process.env.DATABASE_URL;

/** A PostgreSQL server for the tests: each makes a schema of its own there and removes it. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL;
