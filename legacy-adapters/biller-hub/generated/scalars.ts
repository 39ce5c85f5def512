// Made from biller-hub.wsdl by `npm run wrap`; whatever is changed here is lost.
import { restricted, s } from '../../xml/codec/generated.ts';

export const scalarRef = restricted('Ref', s.string, { patterns: [/^(?:[0-9A-Za-z_\-]{1,64})$/u] });
export const scalarCurrencyCode = restricted('CurrencyCode', s.string, { patterns: [/^(?:[A-Z]{3})$/u] });
export const scalarPaySt = restricted<string, 'ACC' | 'DON' | 'REJ'>('PaySt', s.string, { enumeration: ['ACC', 'DON', 'REJ'] });
export const scalarPayKnd = restricted<string, 'FIX' | 'RNG'>('PayKnd', s.string, { enumeration: ['FIX', 'RNG'] });
