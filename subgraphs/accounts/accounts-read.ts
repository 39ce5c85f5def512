/** One's own accounts and what moved on them. */
export const accountsRead = 'accounts:read';
