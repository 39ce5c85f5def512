/** The same words in the three languages of the bank's customers. */
export interface WorldText {
  readonly uk: string;
  readonly en: string;
  readonly ru: string;
}

export type WorldBillerCategory = 'MOB' | 'UTL' | 'TV' | 'NET' | 'TRN';

export interface WorldBillerField {
  readonly code: string;
  readonly kind: 'PHN' | 'NUM' | 'TXT';
  readonly label: WorldText;
  readonly hint: WorldText | null;
  /** A regular expression for the whole value. */
  readonly pattern: string;
  readonly example: string;
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
}

export interface WorldBiller {
  readonly number: string;
  readonly category: WorldBillerCategory;
  readonly name: WorldText;
  /** The first one says who the payer is. */
  readonly fields: readonly [WorldBillerField, ...WorldBillerField[]];
  /** Operator codes of the phones that it serves; every payer else is one of the register. */
  readonly operatorCodes?: readonly string[];
}

const text = (uk: string, en: string, ru: string): WorldText => ({ uk, en, ru });

const phone: WorldBillerField = {
  code: 'phone',
  kind: 'PHN',
  label: text('Номер телефону', 'Phone number', 'Номер телефона'),
  hint: text('12 цифр з кодом країни', '12 digits with the country code', '12 цифр с кодом страны'),
  pattern: '380\\d{9}',
  example: '380671234567',
  min: 12,
  max: 12,
  required: true,
};

function account(digits: number, example: string): WorldBillerField {
  return {
    code: 'account',
    kind: 'NUM',
    label: text('Особовий рахунок', 'Personal account', 'Лицевой счёт'),
    hint: text(`${digits} цифр, є в кожній квитанції`, `${digits} digits, on every bill`, `${digits} цифр, есть в каждой квитанции`),
    pattern: `\\d{${digits}}`,
    example,
    min: digits,
    max: digits,
    required: true,
  };
}

const meter: WorldBillerField = {
  code: 'meter',
  kind: 'NUM',
  label: text('Показання лічильника', 'Meter reading', 'Показание счётчика'),
  hint: text('Без знаків після коми', 'Without decimals', 'Без знаков после запятой'),
  pattern: '\\d{1,7}',
  example: '12845',
  min: 1,
  max: 7,
  required: false,
};

const contract: WorldBillerField = {
  code: 'contract',
  kind: 'TXT',
  label: text('Номер договору', 'Contract number', 'Номер договора'),
  hint: text('Дві латинські літери й 6 цифр', 'Two Latin letters and 6 digits', 'Две латинские буквы и 6 цифр'),
  pattern: '[A-Z]{2}\\d{6}',
  example: 'PN204518',
  min: 8,
  max: 8,
  required: true,
};

const travelCard: WorldBillerField = {
  code: 'card',
  kind: 'NUM',
  label: text('Номер транспортної картки', 'Travel card number', 'Номер транспортной карты'),
  hint: text('10 цифр на звороті картки', '10 digits on its back', '10 цифр на обороте карты'),
  pattern: '\\d{10}',
  example: '0100234519',
  min: 10,
  max: 10,
  required: true,
};

const plate: WorldBillerField = {
  code: 'plate',
  kind: 'TXT',
  label: text('Номерний знак авто', 'Number plate', 'Номерной знак авто'),
  hint: text('Без пробілів, українськими літерами', 'Without spaces, in Ukrainian letters', 'Без пробелов, украинскими буквами'),
  pattern: '[АВСЕНІКМОРТХ]{2}\\d{4}[АВСЕНІКМОРТХ]{2}',
  example: 'КА1234ВС',
  min: 8,
  max: 8,
  required: true,
};

function mobile(number: string, name: WorldText, operatorCodes: readonly string[]): WorldBiller {
  return { number, category: 'MOB', name, fields: [phone], operatorCodes };
}

function biller(number: string, category: WorldBillerCategory, name: WorldText, ...fields: WorldBiller['fields']): WorldBiller {
  return { number, category, name, fields };
}

/** Billers that tests and demonstrations know by name. */
export const knownBillers = {
  hedgehogMobile: '710001',
  light: '720001',
  gas: '720002',
  water: '720003',
  fibre: '740001',
  cityCard: '750001',
} as const;

/** Made up, one and all. */
export const billers: readonly WorldBiller[] = [
  mobile(knownBillers.hedgehogMobile, text('Їжачок Мобайл', 'Hedgehog Mobile', 'Ёжик Мобайл'), ['67', '68', '96', '97', '98']),
  mobile('710002', text('Хвиля', 'Khvylia', 'Волна'), ['50', '66', '95', '99']),
  mobile('710003', text('Полюс-зв’язок', 'Polius Telecom', 'Полюс-связь'), ['63', '73', '93']),
  mobile('710004', text('Говірка', 'Hovirka', 'Говорка'), ['91', '92']),
  biller('710005', 'MOB', text('Їжачок Контракт', 'Hedgehog Contract', 'Ёжик Контракт'), phone, contract),
  biller(knownBillers.light, 'UTL', text('Світло й тепло', 'Light and Heat', 'Свет и тепло'), account(10, '1002003001'), meter),
  biller(knownBillers.gas, 'UTL', text('Блакитний вогник', 'Blue Flame Gas', 'Голубой огонёк'), account(9, '430100218'), meter),
  biller(knownBillers.water, 'UTL', text('Криниця Водоканал', 'Krynytsia Water', 'Колодец Водоканал'), account(8, '55120034'), meter),
  biller('720004', 'UTL', text('Теплий дім', 'Warm House Heating', 'Тёплый дом'), account(10, '7700120045')),
  biller('720005', 'UTL', text('Чисте подвір’я', 'Clean Yard', 'Чистый двор'), account(7, '3301207')),
  biller('720006', 'UTL', text('ОСББ «Затишок»', 'Zatyshok Housing', 'ОСМД «Уют»'), account(6, '104512')),
  biller('720007', 'UTL', text('Ліфт-сервіс «Вгору»', 'Upwards Lifts', 'Лифт-сервис «Вверх»'), account(6, '208841')),
  biller('720008', 'UTL', text('Домофон «Свої»', 'Svoi Intercom', 'Домофон «Свои»'), account(6, '917330')),
  biller('730001', 'TV', text('Крапка ТБ', 'Krapka TV', 'Точка ТВ'), account(9, '200345178')),
  biller('730002', 'TV', text('Супутник «Лелека»', 'Stork Satellite', 'Спутник «Аист»'), contract),
  biller('730003', 'TV', text('Кіноніч', 'Movie Night', 'Киноночь'), phone),
  biller('730004', 'TV', text('Ґудзик Кабельне', 'Gudzyk Cable', 'Пуговка Кабельное'), account(8, '31007756')),
  biller(knownBillers.fibre, 'NET', text('Світловод', 'Svitlovod Fibre', 'Светлопровод'), contract),
  biller('740002', 'NET', text('Павутина', 'Pavutyna', 'Паутина'), account(7, '1185502')),
  biller('740003', 'NET', text('Домашня мережа «Сусід»', 'Neighbour Net', 'Домашняя сеть «Сосед»'), account(6, '450019')),
  biller('740004', 'NET', text('Гірський інтернет', 'Highland Internet', 'Горный интернет'), contract),
  biller('740005', 'NET', text('Турбо-Лан', 'Turbo-Lan', 'Турбо-Лан'), account(8, '62240911')),
  biller(knownBillers.cityCard, 'TRN', text('Міська картка', 'City Card', 'Городская карта'), travelCard),
  biller('750002', 'TRN', text('Зелений проїзд', 'Green Fare', 'Зелёный проезд'), travelCard),
  biller('750003', 'TRN', text('Паркування «Літера П»', 'Letter P Parking', 'Парковка «Буква П»'), plate),
];
