import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { malformedAnswer } from '#platform/errors.ts';
import { atMost } from '../../kit/at-most.ts';
import { requireCustomerWith } from '../../kit/context.ts';
import { callerAs } from '../../kit/ownership.ts';
import { decodeReference } from '../../kit/reference.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { AccountOfCard, Card, CustomerOfCards, toCard } from './card.ts';
import { CardLimit, toCardLimit } from './card-limit.ts';
import { cardsRead } from './card-scopes.ts';
import { CardStatus } from './card-status.ts';
import type { CardsContext } from './cards-context.ts';
import { findOwnCard } from './own-card.ts';

@Resolver(() => Card)
export class CardResolver {
  @RequiresScope(cardsRead)
  @Query(() => Card, { nullable: true, description: 'Looks up one of your own cards by ID. Null if you have no such card.' })
  async card(
    @Arg('id', () => ID, { description: 'The card\'s ID, as in `Card.id`: "card_4fT…".' }) id: string,
    @Ctx() context: CardsContext,
  ): Promise<Card | null> {
    const record = await findOwnCard(context.ids.card.decode(id), cardsRead, context);
    return record === undefined ? null : toCard(record, context.ids);
  }

  @FieldResolver(() => CardStatus, {
    nullable: true,
    description: "The card's current status. Null, with an error, if card processing is unavailable.",
  })
  async status(@Root() card: Card, @Ctx() context: CardsContext): Promise<CardStatus> {
    const status = await context.loaders.status.load(card.cardToken);
    if (status !== undefined) return status;
    throw malformedAnswer('card processing left out a card that it had listed');
  }

  @FieldResolver(() => [CardLimit], {
    nullable: true,
    description: "The card's spending limits. At most 20. Null, with an error, if card processing is unavailable.",
  })
  async limits(@Root() card: Card, @Ctx() context: CardsContext): Promise<CardLimit[]> {
    return atMost(20, await context.loaders.limits.load(card.cardToken)).map(toCardLimit);
  }
}

@Resolver(() => CustomerOfCards)
export class CustomerCardsResolver {
  @RequiresScope(cardsRead)
  @FieldResolver(() => [Card], {
    nullable: true,
    description:
      'The cards the customer holds, including closed ones. At most 500. Null, with an error, if card processing is unavailable.',
  })
  async cards(@Root() customer: CustomerOfCards, @Ctx() context: CardsContext): Promise<Card[]> {
    const customerNumber = callerAs(customer, cardsRead, context);
    if (customerNumber === undefined) return [];
    return atMost(500, await context.loaders.cardsOfHolder.load(customerNumber)).map((record) => toCard(record, context.ids));
  }
}

@Resolver(() => AccountOfCard)
export class AccountCardsResolver {
  @RequiresScope(cardsRead)
  @FieldResolver(() => [Card], {
    nullable: true,
    description: "The caller's cards on this account. At most 500. Null, with an error, if card processing is unavailable.",
  })
  async cards(@Root() account: AccountOfCard, @Ctx() context: CardsContext): Promise<Card[]> {
    const customerNumber = requireCustomerWith(cardsRead, context);
    const records = await context.loaders.cardsOfAccount.load(decodeReference(context.ids.account, account.id));
    // By processing's own word, the account must be the caller's and so must the card.
    const own = records.filter((record) => record.accountOwnerNumber === customerNumber && record.holderNumber === customerNumber);
    return atMost(500, own).map((record) => toCard(record, context.ids));
  }
}
