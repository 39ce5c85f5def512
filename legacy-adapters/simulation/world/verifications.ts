import { people } from '../people.ts';
import type { Random } from '../random.ts';
import type { WorldCustomer } from './customers.ts';

/** A passport booklet has a series of two letters and six digits, an identity card nine digits. */
export interface WorldDocument {
  readonly kind: 'booklet' | 'id-card';
  readonly series: string | null;
  readonly number: string;
  readonly status: 'valid' | 'invalid' | 'stolen';
  /** The day from which it has been invalid or stolen. */
  readonly statusSince: string | null;
}

export interface WorldVerification {
  readonly customerId: string;
  /** Simplified: by phone and card. Full: in person or by a document. */
  readonly level: 'none' | 'simplified' | 'full';
  readonly verifiedOn: string | null;
  readonly validTo: string | null;
  readonly document: WorldDocument | null;
}

/** Somebody on a list of sanctions or of politically exposed persons; all are made up. */
export interface WorldWatchlistEntry {
  readonly listCode: string;
  readonly listName: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly birthDate: string | null;
}

/** Documents that tests and demonstrations know by their numbers. */
export const knownDocuments = {
  olenaBooklet: { kind: 'booklet', series: 'КВ', number: '318842', status: 'valid', statusSince: null },
  mykolaIdCard: { kind: 'id-card', series: null, number: '004517723', status: 'valid', statusSince: null },
  andriyIdCard: { kind: 'id-card', series: null, number: '001930458', status: 'valid', statusSince: null },
  bohdanBooklet: { kind: 'booklet', series: 'СН', number: '904411', status: 'invalid', statusSince: '2025-09-30' },
  stolenBooklet: { kind: 'booklet', series: 'МЕ', number: '117203', status: 'stolen', statusSince: '2024-02-11' },
  stolenIdCard: { kind: 'id-card', series: null, number: '007777777', status: 'stolen', statusSince: '2026-01-19' },
} as const satisfies Record<string, WorldDocument>;

/** `andriy` has the name and the year of birth of the first one; nobody in the world is on a list himself. */
export const watchlist: readonly WorldWatchlistEntry[] = [
  {
    listCode: 'PEP-UA',
    listName: 'Національні публічні діячі',
    lastName: 'Шевченко',
    firstName: 'Андрій',
    middleName: 'Олегович',
    birthDate: '1985-03-02',
  },
  {
    listCode: 'RNBO',
    listName: 'Санкції РНБО',
    lastName: 'Чорнозуб',
    firstName: 'Валентин',
    middleName: 'Сильвестрович',
    birthDate: '1969-05-17',
  },
  { listCode: 'OFAC-SDN', listName: 'OFAC SDN', lastName: 'Harrow', firstName: 'Lucian', middleName: null, birthDate: null },
];

const demo: Readonly<Record<string, Omit<WorldVerification, 'customerId'>>> = {
  [people.olena.customerId]: { level: 'full', verifiedOn: '2024-05-20', validTo: '2034-05-20', document: knownDocuments.olenaBooklet },
  [people.taras.customerId]: { level: 'none', verifiedOn: null, validTo: null, document: null },
  [people.mykola.customerId]: { level: 'full', verifiedOn: '2023-11-02', validTo: '2033-08-14', document: knownDocuments.mykolaIdCard },
  [people.iryna.customerId]: { level: 'simplified', verifiedOn: '2026-02-03', validTo: null, document: null },
  [people.andriy.customerId]: { level: 'full', verifiedOn: '2025-01-15', validTo: '2032-12-24', document: knownDocuments.andriyIdCard },
  [people.bohdan.customerId]: { level: 'full', verifiedOn: '2020-09-30', validTo: '2025-09-30', document: knownDocuments.bohdanBooklet },
};

/** What the bank knows of who its customers are. Of some generated ones it has never heard. */
export function createVerifications(random: Random, customers: readonly WorldCustomer[]): WorldVerification[] {
  return customers.flatMap(({ customerId }) => {
    const known = demo[customerId];
    if (known !== undefined) return [{ customerId, ...known }];
    return random.chance(0.9) ? [{ customerId, ...generate(random) }] : [];
  });
}

function generate(random: Random): Omit<WorldVerification, 'customerId'> {
  const level = random.pick(['none', 'simplified', 'full', 'full', 'full'] as const);
  if (level === 'none') return { level, verifiedOn: null, validTo: null, document: null };
  const verifiedOn = `${random.int(2021, 2025)}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`;
  if (level === 'simplified') return { level, verifiedOn, validTo: null, document: null };
  const number = String(random.int(100_000_000, 999_999_999)).padStart(9, '0');
  const document: WorldDocument = { kind: 'id-card', series: null, number, status: 'valid', statusSince: null };
  return { level, verifiedOn, validTo: `${random.int(2031, 2035)}${verifiedOn.slice(4)}`, document };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
