import type { BillerField, BillerRecord, DebtEnquiry, FieldValue } from '#legacy-adapters/biller-hub/index.ts';
import { BankError } from '#platform/errors.ts';
import type { Language } from '../kit/context.ts';
import { isUnprintable } from '../kit/search-text.ts';
import type { BillerFieldFault, BillerFieldInput, BillerFieldProblem } from './debt.ts';
import { fieldFault } from './refusal-of.ts';

const fieldsMax = 20;
const valueLengthMax = 200;

/** What a client got wrong and no customer can mend. Needs no form, so it is said before anybody is asked for one. */
export function checkFieldInputs(inputs: readonly BillerFieldInput[]): void {
  if (inputs.length > fieldsMax) throw new BankError('BAD_USER_INPUT', `fields must be at most ${fieldsMax}.`);
  if (new Set(inputs.map(({ fieldId }) => fieldId)).size !== inputs.length)
    throw new BankError('BAD_USER_INPUT', 'fields has a field twice.');
  for (const { value } of inputs) {
    if (value.length > valueLengthMax) throw new BankError('BAD_USER_INPUT', `fields: a value has at most ${valueLengthMax} characters.`);
    if (isUnprintable(value)) throw new BankError('BAD_USER_INPUT', 'fields: a value has characters that cannot be typed.');
  }
}

/** Holds what was filled in against the biller's form, so that the hub is not asked in vain. */
export function toEnquiry(
  biller: BillerRecord,
  inputs: readonly BillerFieldInput[],
  language: Language,
): DebtEnquiry | { readonly faults: readonly BillerFieldFault[] } {
  const given = new Map(inputs.map(({ fieldId, value }) => [fieldId, value]));
  const known = new Set(biller.fields.map(({ code }) => code));
  if (inputs.some(({ fieldId }) => !known.has(fieldId))) throw new BankError('BAD_USER_INPUT', 'fields has a field that the form has not.');
  const faults: BillerFieldFault[] = [];
  const values: FieldValue[] = [];
  for (const field of biller.fields) {
    const value = given.get(field.code) ?? '';
    const problem = problemOf(field, value);
    if (problem !== undefined) faults.push(fieldFault(field, problem, language));
    else if (value !== '') values.push({ code: field.code, value });
  }
  return faults.length > 0 ? { faults } : { billerNumber: biller.billerNumber, values };
}

function problemOf({ required, lengthMin, lengthMax, pattern }: BillerField, value: string): BillerFieldProblem | undefined {
  if (value === '') return required ? 'MISSING' : undefined;
  if (value.length < lengthMin) return 'TOO_SHORT';
  if (value.length > lengthMax) return 'TOO_LONG';
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value) ? undefined : 'NOT_MATCHING';
}
