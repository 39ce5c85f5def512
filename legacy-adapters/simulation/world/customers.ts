import { people } from '../people.ts';
import type { Random } from '../random.ts';

export interface WorldCustomer {
  readonly customerId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly phone: string | null;
  readonly taxNumber: string | null;
  readonly birthDate: string;
  readonly languageCode: 'uk' | 'en' | 'ru';
}

const lastNames = [
  'Шевчук',
  'Бойко',
  'Мельник',
  'Кравченко',
  'Єременко',
  'Іваненко',
  'Ґудзь',
  'Їжак',
  'Лисенко',
  'Гнатюк',
  'Дем’яненко',
  'Зінченко',
  'Стельмах',
  'Притула',
];
const women = ['Наталія', 'Марія', 'Соломія', 'Євгенія', 'Юлія', 'Оксана', 'Зоряна', 'Любов'];
const men = ['Олексій', 'Сергій', 'Дмитро', 'Юрій', 'Євген', 'Василь', 'Ілля', 'Остап'];
const fathers: readonly (readonly [daughter: string, son: string])[] = [
  ['Іванівна', 'Іванович'],
  ['Сергіївна', 'Сергійович'],
  ['Андріївна', 'Андрійович'],
  ['Юріївна', 'Юрійович'],
  ['Миколаївна', 'Миколайович'],
];
const operatorCodes = ['50', '63', '66', '67', '68', '73', '93', '96', '97', '98'];
const generatedCount = 34;
const firstGeneratedId = 100000000000000701n;

const demoCustomers: readonly WorldCustomer[] = [
  {
    customerId: people.olena.customerId,
    lastName: 'Коваленко',
    firstName: 'Олена',
    middleName: 'Ігорівна',
    phone: '+380671234501',
    taxNumber: '3224401181',
    birthDate: '1988-04-12',
    languageCode: 'uk',
  },
  {
    customerId: people.taras.customerId,
    lastName: 'Їжакевич',
    firstName: 'Тарас',
    middleName: 'Петрович',
    phone: '+380501234502',
    taxNumber: '3795402333',
    birthDate: '2003-11-30',
    languageCode: 'uk',
  },
  {
    customerId: people.mykola.customerId,
    lastName: 'Ґалаґан',
    firstName: 'Микола',
    middleName: 'Євгенович',
    phone: '+380631234503',
    taxNumber: '2599103512',
    birthDate: '1971-02-28',
    languageCode: 'uk',
  },
  {
    customerId: people.iryna.customerId,
    lastName: 'Лук’яненко',
    firstName: 'Ірина',
    middleName: 'Олексіївна',
    phone: '+380931234504',
    taxNumber: '3305404564',
    birthDate: '1990-07-01',
    languageCode: 'ru',
  },
  {
    customerId: people.andriy.customerId,
    lastName: 'Шевченко',
    firstName: 'Андрій',
    middleName: null,
    phone: '+380971234505',
    taxNumber: '3140405657',
    birthDate: '1985-12-24',
    languageCode: 'en',
  },
  {
    customerId: people.bohdan.customerId,
    lastName: 'Ярошенко',
    firstName: 'Богдан',
    middleName: 'Всеволодович',
    phone: null,
    taxNumber: '2362406772',
    birthDate: '1964-09-05',
    languageCode: 'uk',
  },
];

/** The demo customers first, then generated ones with neighbouring ids, which a client that rounds them takes for each other. */
export function createCustomers(random: Random): WorldCustomer[] {
  const generated = Array.from({ length: generatedCount }, (_, index) => createCustomer(random, index));
  return [...demoCustomers, ...generated];
}

function createCustomer(random: Random, index: number): WorldCustomer {
  const woman = random.chance(0.5);
  const [daughter, son] = random.pick(fathers);
  const birthDate = `${random.int(1950, 2006)}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`;
  const subscriber = `${random.int(100, 999)}${String(index).padStart(2, '0')}${random.int(10, 99)}`;
  return {
    customerId: String(firstGeneratedId + BigInt(index)),
    lastName: random.pick(lastNames),
    firstName: random.pick(woman ? women : men),
    middleName: random.chance(0.15) ? null : woman ? daughter : son,
    phone: random.chance(0.1) ? null : `+380${random.pick(operatorCodes)}${subscriber}`,
    taxNumber: random.chance(0.1) ? null : taxNumberOf(birthDate, 1000 + 2 * index + (woman ? 0 : 1)),
    birthDate,
    languageCode: random.pick(['uk', 'uk', 'uk', 'uk', 'en', 'ru'] as const),
  };
}

/** The registration number of a taxpayer: days since 31.12.1899, a serial number whose last digit is odd for men, a check digit. */
function taxNumberOf(birthDate: string, serial: number): string {
  const days = (Date.parse(birthDate) - Date.parse('1899-12-31')) / 86_400_000;
  const digits = `${String(days).padStart(5, '0')}${String(serial).padStart(4, '0')}`;
  const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${(((sum % 11) + 11) % 11) % 10}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
