/**
 * Changes whenever a kind comes to this version of the app, or a row is made of a record in another way; rows written
 * before are then made anew. A text of its own, so that a start needs none of the kinds: a test keeps it true.
 */
export const kindsRevision =
  'channel document event group hosting idea note notebook partnership person photo post project publication report settings step term town visit 7'
