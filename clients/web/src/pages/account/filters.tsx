import { type ReactNode, useEffect, useId, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isNarrowed, noFilter, type StatementFilter } from './statement-filter.ts';

interface FiltersProps {
  readonly filter: StatementFilter;
  readonly change: (filter: StatementFilter) => void;
}

const pauseMs = 300;
const directions = ['all', 'in', 'out'] as const;

/** The bank is asked once the typing pauses. */
export function Filters({ filter, change }: FiltersProps): ReactNode {
  const { say } = useLanguage();
  const [draft, setDraft] = useState(filter);
  const [more, setMore] = useState(false);
  useEffect(() => setDraft(filter), [filter]);
  useEffect(() => {
    if (draft === filter) return;
    const timer = setTimeout(() => change(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, filter, change]);
  const set = (part: Partial<StatementFilter>) => setDraft({ ...draft, ...part });
  const moreId = useId();
  return (
    <search className="filters">
      <div className="filters-row">
        <label className="search">
          <Icon name="search" />
          <span className="unseen">{say('filter.search')}</span>
          <input
            type="search"
            value={draft.text}
            maxLength={100}
            placeholder={say('filter.search')}
            onChange={(event) => set({ text: event.target.value })}
          />
        </label>
        <button
          type="button"
          className="button button-soft"
          aria-expanded={more}
          aria-controls={moreId}
          onClick={() => setMore(!more)}
          data-testid="more-filters"
        >
          <Icon name="filter" />
          <span className="filters-word">{say('filter.more')}</span>
        </button>
      </div>
      <div className="filters-row">
        <fieldset className="choice choice-wide" aria-label={say('filter.direction')}>
          {directions.map((one) => (
            <button key={one} type="button" aria-pressed={draft.direction === one} onClick={() => change({ ...draft, direction: one })}>
              {say(`filter.${one}`)}
            </button>
          ))}
        </fieldset>
        {isNarrowed(filter) ? (
          <button type="button" className="link-button" onClick={() => change(noFilter)}>
            {say('filter.clear')}
          </button>
        ) : null}
      </div>
      <div id={moreId} className="filters-more" hidden={!more}>
        <Field label={say('filter.from')} type="date" value={draft.from} set={(from) => set({ from })} />
        <Field label={say('filter.to')} type="date" value={draft.to} set={(to) => set({ to })} />
        <Field label={say('filter.least')} value={draft.least} set={(least) => set({ least })} disabled={draft.direction === 'all'} />
        <Field label={say('filter.most')} value={draft.most} set={(most) => set({ most })} disabled={draft.direction === 'all'} />
        {draft.direction === 'all' ? <p className="filters-hint">{say('filter.hint')}</p> : null}
      </div>
    </search>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: 'date' | 'text';
  readonly disabled?: boolean;
}

function Field({ label, value, set, type = 'text', disabled = false }: FieldProps): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type={type}
        value={value}
        disabled={disabled}
        {...(type === 'text'
          ? { inputMode: 'decimal' as const, placeholder: '0,00', maxLength: 20 }
          : { min: '1990-01-01', max: '2099-12-31' })}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
