/** One's own cards. */
export const cardsRead = 'cards:read';
/** Locking and unlocking them; it shows nothing of them. */
export const cardsWrite = 'cards:write';
