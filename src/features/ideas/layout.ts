/** How somebody likes to answer: one question a screen, or all on one page. Remembered on the device alone. */
export type Layout = 'one' | 'all'

const key = 'ponte-ideas-layout'

export const readLayout = (): Layout => (localStorage.getItem(key) === 'all' ? 'all' : 'one')

export const keepLayout = (layout: Layout): void => localStorage.setItem(key, layout)
