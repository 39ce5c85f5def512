import { type ReactNode, useId } from 'react';
import './text-field.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  /** What is wrong with it, beside it and read aloud with it. */
  readonly fault: string | undefined;
  readonly charactersMax: number;
  readonly inputMode?: 'text' | 'tel';
  readonly placeholder?: string;
}

export function TextField({ label, value, set, fault, charactersMax, inputMode = 'text', placeholder = '' }: TextFieldProps): ReactNode {
  const [id, faultId] = [useId(), useId()];
  return (
    <div className="text-field" data-wrong={fault !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={charactersMax}
        inputMode={inputMode}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={faultId}
        onChange={(event) => set(event.target.value)}
      />
      <p id={faultId} className="text-field-fault" role="alert">
        {fault}
      </p>
    </div>
  );
}
