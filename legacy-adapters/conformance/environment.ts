/** `whole` tries every case (`npm run conformance`); otherwise a sample of each series is drawn. */
export const isWhole = process.env.CONFORMANCE === 'whole';

/** The seed of an earlier run, to see its sample and its noise again. */
export const seedGiven = process.env.CONFORMANCE_SEED === undefined ? undefined : Number(process.env.CONFORMANCE_SEED);
