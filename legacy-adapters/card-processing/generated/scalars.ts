// Made from card-processing.wsdl by `npm run wrap`; whatever is changed here is lost.
import { restricted, s } from '../../xml/codec/generated.ts';

export const scalarNetwork = restricted<string, 'VISA' | 'MASTERCARD' | 'PROSTIR'>('Network', s.string, { enumeration: ['VISA', 'MASTERCARD', 'PROSTIR'] });
export const scalarStatusCode = restricted<string, 'A' | 'L' | 'B' | 'X' | 'C'>('StatusCode', s.string, { enumeration: ['A', 'L', 'B', 'X', 'C'] });
export const scalarLimitKind = restricted<string, 'CASH_DAY' | 'PURCHASE_DAY' | 'ONLINE_DAY' | 'TRANSFER_MONTH'>('LimitKind', s.string, { enumeration: ['CASH_DAY', 'PURCHASE_DAY', 'ONLINE_DAY', 'TRANSFER_MONTH'] });
export const scalarCurrencyCode = restricted('CurrencyCode', s.string, { patterns: [/^(?:[A-Z]{3})$/u] });
export const scalarReference = restricted('Reference', s.string, { maxLength: 64 });
export const scalarRefusalReason = restricted<string, 'CARD_NOT_FOUND' | 'CARD_CLOSED' | 'CARD_EXPIRED' | 'BLOCKED_BY_BANK'>('RefusalReason', s.string, { enumeration: ['CARD_NOT_FOUND', 'CARD_CLOSED', 'CARD_EXPIRED', 'BLOCKED_BY_BANK'] });
