import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, checkPageSize, PageArgs, toConnection } from '../../kit/connection.ts';
import { callerAs } from '../../kit/ownership.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { CustomerOfPayees, Payee, PayeeConnection, toPayee } from './payee.ts';
import { payeesRead } from './payee-scopes.ts';
import { findOwnPayee, type PayeesContext } from './payees-context.ts';

@Resolver(() => Payee)
export class PayeeResolver {
  @RequiresScope(payeesRead)
  @Query(() => Payee, { nullable: true, description: 'Looks up one of your own saved payees by ID. Null if you have no such payee.' })
  async payee(
    @Arg('id', () => ID, { description: 'The payee\'s ID, as in `Payee.id`: "payee_4fT…".' }) id: string,
    @Ctx() context: PayeesContext,
  ): Promise<Payee | null> {
    const found = await findOwnPayee(context.ids.payee.decode(id), payeesRead, context);
    return found === undefined ? null : toPayee(found, context.ids);
  }
}

@Resolver(() => CustomerOfPayees)
export class CustomerPayeesResolver {
  @RequiresScope(payeesRead)
  @FieldResolver(() => PayeeConnection, {
    nullable: true,
    description: "The customer's saved payees, newest first. Null, with an error, if an argument is wrong or they are unavailable.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async payees(
    @Root() customer: CustomerOfPayees,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: PayeesContext,
  ): Promise<Connection<Payee>> {
    const countMax = checkPageSize(first);
    const customerNumber = callerAs(customer, payeesRead, context);
    if (customerNumber === undefined) return toConnection([], false, false);
    const cursors = context.ids.cursors.of(['payees', customerNumber]);
    const place = after === undefined || after === null ? undefined : cursors.decode(after);
    const found = await context.payees.list({ customerNumber, countMax: countMax + 1, after: place });
    const edges = found.slice(0, countMax).map((payee) => ({ node: toPayee(payee, context.ids), cursor: cursors.encode(payee.number) }));
    return toConnection(edges, found.length > countMax, place !== undefined);
  }
}
