// Made from core-banking.wsdl by `npm run wrap`; whatever is changed here is lost.
import { restricted, s } from '../../xml/codec/generated.ts';

export const scalarCurrencyCode = restricted('CurrencyCode', s.string, { patterns: [/^(?:[A-Z]{3})$/u] });
export const scalarEntryStatus = restricted<string, 'B' | 'H'>('EntryStatus', s.string, { enumeration: ['B', 'H'] });
