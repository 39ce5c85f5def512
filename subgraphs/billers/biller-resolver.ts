import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import { type Connection, checkPageSize, toConnection } from '../kit/connection.ts';
import { requireCustomerWith } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { checkSearchText } from '../kit/search-text.ts';
import { Biller, BillerConnection, BillersArgs, toBiller } from './biller.ts';
import { BillerForm, toForm } from './biller-form.ts';
import { type BillersContext, billersRead } from './billers-context.ts';

/** The biller of this id; an id that was made up is one that does not exist. */
export async function findBiller(id: string, context: BillersContext): Promise<BillerRecord | undefined> {
  requireCustomerWith(billersRead, context);
  const billerNumber = context.ids.biller.decode(id);
  return billerNumber === undefined ? undefined : context.loaders.biller.load(billerNumber);
}

@Resolver(() => Biller)
export class BillerResolver {
  @RequiresScope(billersRead)
  @Query(() => BillerConnection, {
    nullable: true,
    description: 'Billers that customers can pay. Null, with an error, if the biller hub is unavailable.',
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async billers(
    @Args(() => BillersArgs) { category, search, first, after }: BillersArgs,
    @Ctx() context: BillersContext,
  ): Promise<Connection<Biller> & Pick<BillerConnection, 'totalCount'>> {
    requireCustomerWith(billersRead, context);
    const pageSize = checkPageSize(first);
    const sought = checkSearchText(search, 'search');
    const cursors = context.ids.cursors.of(['billers', category ?? null, sought ?? null]);
    const afterNumber = after == null ? undefined : BigInt(cursors.decode(after));
    const found = (await context.catalogue.read(category ?? undefined, context.trace)).filter((biller) => matches(biller, sought));
    // By number, and not by where it was: a page goes on after a biller that has left the catalogue, too.
    const rest = afterNumber === undefined ? found : found.filter(({ billerNumber }) => BigInt(billerNumber) > afterNumber);
    const page = rest.slice(0, pageSize);
    const connection = toConnection(
      page.map((biller) => ({ node: toBiller(biller, context), cursor: cursors.encode(biller.billerNumber) })),
      rest.length > page.length,
      afterNumber !== undefined,
    );
    return { ...connection, totalCount: found.length };
  }

  @RequiresScope(billersRead)
  @Query(() => BillerForm, {
    nullable: true,
    description: 'The form to fill in to pay a biller. Null if there is no such biller.',
  })
  async billerForm(
    @Arg('billerId', () => ID, { description: 'The biller\'s ID, as in `Biller.id`: "bill_4fT…".' }) billerId: string,
    @Ctx() context: BillersContext,
  ): Promise<BillerForm | null> {
    const biller = await findBiller(billerId, context);
    return biller === undefined ? null : toForm(biller, context);
  }
}

function matches({ name }: BillerRecord, sought: string | undefined): boolean {
  if (sought === undefined) return true;
  const piece = sought.toLocaleLowerCase('uk');
  return Object.values(name).some((words) => words.toLocaleLowerCase('uk').includes(piece));
}
