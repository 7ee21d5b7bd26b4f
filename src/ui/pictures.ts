/** Every picture the app can show; each is a file of this name in ./pictures. */
export const pictureNames = [
  'blocked',
  'card-call',
  'card-comments',
  'card-faces',
  'card-home',
  'card-key',
  'card-mail',
  'card-photo',
  'card-post',
  'card-qr',
  'card-ready',
  'card-saved',
  'card-together',
  'choir',
  'coffee',
  'cooking',
  'door-backup',
  'door-channels',
  'door-contacts-in',
  'door-deleted',
  'door-first-steps',
  'door-funding',
  'door-groups',
  'door-help',
  'door-ideas',
  'door-language',
  'door-list',
  'door-notes',
  'door-register',
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

/** Where the pictures of the first screens lie; the many others are looked up behind them. */
const first = import.meta.glob<string>(
  ['./pictures/*.svg', '!./pictures/card-*.svg', '!./pictures/door-*.svg'],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
)

async function addressOf(name: PictureName): Promise<string> {
  const file = `./pictures/${name}.svg`
  const address = first[file] ?? (await import('./later-pictures.ts')).addresses[file]
  if (!address) throw new Error(`There is no picture called ${name}`)
  return address
}

/**
 * One picture as an element of its own, to be put into the page. It fills its box and is cropped at the edges.
 * Rejects when the picture cannot be fetched.
 */
export async function loadPicture(name: PictureName): Promise<Element> {
  const address = await addressOf(name)
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Error(`There is no picture called ${name}`))
    // Parsed by the browser as it comes in: no text is turned into markup, which the page's policy forbids. And as an
    // element, not as an image: only what is inside the page takes on the colours of the theme.
    const request = new XMLHttpRequest()
    request.responseType = 'document'
    request.overrideMimeType('image/svg+xml')
    request.addEventListener('error', refuse)
    request.addEventListener('load', () => {
      const root = request.responseXML?.documentElement
      if (root?.localName === 'svg') resolve(document.importNode(root, true))
      else refuse()
    })
    request.open('GET', address)
    request.send()
  })
}
