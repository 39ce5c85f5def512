import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type PayeeFragment, PayeesDocument } from '../../generated/graphql.ts';
import { usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PartOf, Skeleton } from '../../parts/part.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { PayeeForm } from './payee-form.tsx';
import { PayeeRow } from './payee-row.tsx';
import { RemovePayee } from './remove-payee.tsx';
import { RenamePayee } from './rename-payee.tsx';
import './payees-page.css';

/** What is done to whom in the sheet. */
type Doing = { readonly what: 'create' } | { readonly what: 'rename' | 'remove'; readonly payee: PayeeFragment };

export function PayeesPage(): ReactNode {
  const { say } = useLanguage();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <div className="page payees-page">
      <Link href="/" className="back">
        <Icon name="back" />
        {say('back.home')}
      </Link>
      <header className="payees-head">
        <h1>{say('payees.title')}</h1>
        <button type="button" className="button button-primary" onClick={() => setDoing({ what: 'create' })} data-testid="add-payee">
          <Icon name="add" />
          {say('payees.add')}
        </button>
      </header>
      <section className="panel" aria-label={say('payees.title')}>
        <Page after={null} change={setDoing} />
      </section>
      <Sheet open={doing !== undefined} close={close} title={titleOf(doing, say)}>
        {doing?.what === 'create' ? <PayeeForm close={close} /> : null}
        {doing?.what === 'rename' ? <RenamePayee payee={doing.payee} close={close} /> : null}
        {doing?.what === 'remove' ? <RemovePayee payee={doing.payee} close={close} /> : null}
      </Sheet>
    </div>
  );
}

/** One page of the list, and the next behind it once it is asked for. */
function Page({ after, change }: { readonly after: string | null; readonly change: (doing: Doing) => void }): ReactNode {
  const { say } = useLanguage();
  const [more, setMore] = useState(false);
  const payees = usePart(PayeesDocument, { after }, ({ me }) => me?.payees);
  return (
    <PartOf part={payees} what={say('payees.title')} skeleton={<Skeleton lines={4} height="4rem" />}>
      {({ edges, pageInfo }) => (
        <>
          {edges.length === 0 && after === null ? <p className="nothing">{say('payees.none')}</p> : null}
          <ul className="payees">
            {edges.map(({ node }) => (
              <PayeeRow
                key={node.id}
                payee={node}
                rename={() => change({ what: 'rename', payee: node })}
                remove={() => change({ what: 'remove', payee: node })}
              />
            ))}
          </ul>
          {pageInfo.hasNextPage && !more ? (
            <button type="button" className="button button-soft more" onClick={() => setMore(true)}>
              {say('payees.more')}
            </button>
          ) : null}
          {pageInfo.hasNextPage && more ? <Page after={pageInfo.endCursor} change={change} /> : null}
        </>
      )}
    </PartOf>
  );
}

function titleOf(doing: Doing | undefined, say: ReturnType<typeof useLanguage>['say']): string {
  switch (doing?.what) {
    case 'rename':
      return say('payees.renameOne', { name: doing.payee.name });
    case 'remove':
      return say('payees.askRemove', { name: doing.payee.name });
    default:
      return say('payees.add');
  }
}
