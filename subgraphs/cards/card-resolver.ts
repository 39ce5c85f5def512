import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BankError } from '#platform/errors.ts';
import { requireCustomerWith } from '../kit/context.ts';
import { decodeReference } from '../kit/reference.ts';
import { AccountOfCard, Card, CustomerOfCards, toCard } from './card.ts';
import { CardLimit, toCardLimit } from './card-limit.ts';
import { CardStatus } from './card-status.ts';
import type { CardsContext } from './cards-context.ts';
import { cardsRead, findOwnCard } from './own-card.ts';

@Resolver(() => Card)
export class CardResolver {
  @Query(() => Card, { nullable: true, description: 'One card of the caller by its id; null where the caller has no such card.' })
  async card(@Arg('id', () => ID, { description: 'As in `Card.id`.' }) id: string, @Ctx() context: CardsContext): Promise<Card | null> {
    const record = await findOwnCard(context.ids.card.decode(id), cardsRead, context);
    return record === undefined ? null : toCard(record, context.ids);
  }

  @FieldResolver(() => CardStatus, { description: 'What it can do now.' })
  async status(@Root() card: Card, @Ctx() context: CardsContext): Promise<CardStatus> {
    const status = await context.loaders.status.load(card.cardToken);
    if (status !== undefined) return status;
    throw new BankError('UPSTREAM_MALFORMED', 'A system of the bank gave an answer that could not be read.', {
      detail: 'card processing left out a card that it had listed',
    });
  }

  @FieldResolver(() => [CardLimit], { description: 'What it may still spend. At most 20 kinds of limit.' })
  async limits(@Root() card: Card, @Ctx() context: CardsContext): Promise<CardLimit[]> {
    return (await context.loaders.limits.load(card.cardToken)).map(toCardLimit);
  }
}

@Resolver(() => CustomerOfCards)
export class CustomerCardsResolver {
  @FieldResolver(() => [Card], {
    nullable: true,
    description:
      'All cards that the customer holds, closed ones too. At most 500. Null, with an error, while card processing is unavailable.',
  })
  async cards(@Root() customer: CustomerOfCards, @Ctx() context: CardsContext): Promise<Card[]> {
    const customerNumber = requireCustomerWith(cardsRead, context);
    if (context.ids.customer.decode(customer.id) !== customerNumber) return [];
    return (await context.loaders.cardsOfHolder.load(customerNumber)).map((record) => toCard(record, context.ids));
  }
}

@Resolver(() => AccountOfCard)
export class AccountCardsResolver {
  @FieldResolver(() => [Card], {
    nullable: true,
    description: 'The cards on the account that the caller holds. At most 500. Null, with an error, while card processing is unavailable.',
  })
  async cards(@Root() account: AccountOfCard, @Ctx() context: CardsContext): Promise<Card[]> {
    const customerNumber = requireCustomerWith(cardsRead, context);
    const records = await context.loaders.cardsOfAccount.load(decodeReference(context.ids.account, account.id));
    // By processing's own word, the account must be the caller's and so must the card.
    const own = records.filter((record) => record.accountOwnerNumber === customerNumber && record.holderNumber === customerNumber);
    return own.map((record) => toCard(record, context.ids));
  }
}
