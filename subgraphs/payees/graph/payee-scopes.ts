/** One's own saved payees. */
export const payeesRead = 'payees:read';
export const payeesWrite = 'payees:write';
