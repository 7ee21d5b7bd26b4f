/** Where a photo or a name may come before others: on the association's pages, in social media, on paper, in a letter to somebody. */
export const uses = ['web', 'social', 'print', 'message'] as const
export type Use = (typeof uses)[number]
