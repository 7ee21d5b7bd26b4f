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
 * One picture as an element of its own, to be put into the page. It fills its box and is cropped at the edges.
 * Rejects when the picture cannot be fetched.
 */
export function loadPicture(name: PictureName): Promise<Element> {
  const address = addresses[`./pictures/${name}.svg`]
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Error(`There is no picture called ${name}`))
    if (!address) return refuse()
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
