/** Where the pictures lie that no first screen shows. */
export const addresses = import.meta.glob<string>(['./pictures/card-*.svg', './pictures/door-*.svg'], {
  query: '?url',
  import: 'default',
  eager: true,
})
