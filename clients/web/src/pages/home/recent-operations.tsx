import { type ReactNode, useState } from 'react';
import { formatDay } from '../../format/dates.ts';
import type { OperationRowFragment, RecentOperationsQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { OperationDetails } from '../../parts/operation-details.tsx';
import { OperationRow } from '../../parts/operation-row.tsx';

type AccountWithOperations = NonNullable<NonNullable<RecentOperationsQuery['me']>['accounts']>[number];

const shownMax = 7;

export function RecentOperations({ accounts }: { readonly accounts: readonly AccountWithOperations[] }): ReactNode {
  const { locale, say } = useLanguage();
  const [opened, setOpened] = useState<OperationRowFragment>();
  const latest = accounts
    .flatMap(({ name, operations }) => operations.edges.map(({ node }) => ({ name, operation: node })))
    .toSorted((a, b) => Date.parse(b.operation.bookedAt) - Date.parse(a.operation.bookedAt))
    .slice(0, shownMax);
  if (latest.length === 0) return <p className="nothing">{say('home.noOperations')}</p>;
  return (
    <>
      <ul className="operations">
        {latest.map(({ name, operation }) => (
          <li key={operation.id}>
            <OperationRow operation={operation} when={formatDay(operation.postedOn, locale, 'day')} note={name} open={setOpened} />
          </li>
        ))}
      </ul>
      <OperationDetails operation={opened} close={() => setOpened(undefined)} />
    </>
  );
}
