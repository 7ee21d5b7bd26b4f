/** Every picture the app can show; each is a file of this name in ./pictures. */
export const pictureNames = [
  'blocked',
  'choir',
  'coffee',
  'cooking',
  'door-backup',
  'door-contacts-in',
  'door-deleted',
  'door-groups',
  'door-help',
  'door-ideas',
  'door-language',
  'door-list',
  'door-notes',
  'door-report',
  'door-steps',
  'door-text',
  'door-towns',
  'empty-notes',
  'empty-people',
  'festival',
  'full',
  'group',
  'lost',
  'panorama',
  'people',
  'sopron',
  'stammtisch',
  'video',
  'waiting',
  'welcome',
  'whitby',
  'winter',
] as const

export type PictureName = (typeof pictureNames)[number]

const addresses = import.meta.glob<string>('./pictures/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

/**
 * The markup of one picture, a whole `<svg>` to be put into the page. It fills its box and is cropped at the edges.
 * Rejects when the picture cannot be fetched.
 */
export async function loadPicture(name: PictureName): Promise<string> {
  const address = addresses[`./pictures/${name}.svg`]
  const answer = address && (await fetch(address))
  if (!answer || !answer.ok) throw new Error(`There is no picture called ${name}`)
  // As text, not as an image: only markup inside the page takes on the colours of the theme.
  return answer.text()
}
