/** The beginning of the names of web locks that open forms hold, in every tab: while one is held somebody is typing. */
export const draftLocks = 'ponte-draft-'
