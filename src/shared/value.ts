/** What a field can hold: plain JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** A record's fields by name. An element of a list is a field too: `phones/<elementId>`. */
export type Fields = { readonly [field: string]: Value }
