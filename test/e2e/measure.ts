import type { Page } from '@playwright/test'

// Inside the page: everything that trembling hands or tired eyes would stumble over, each as one sentence.
function complain(): string[] {
  const found: string[] = []
  const nameOf = (element: Element): string => {
    const words = (element.textContent || element.getAttribute('aria-label') || element.id)
      .trim()
      .replace(/\s+/g, ' ')
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${words.slice(0, 40)}"`
  }
  const isSeen = (element: Element): boolean => {
    const { width, height, bottom } = element.getBoundingClientRect()
    return (
      width > 1 && height > 1 && bottom + scrollY > 0 && element.checkVisibility({ visibilityProperty: true })
    )
  }
  // What sticks to an edge lies over what scrolls by, so their distance changes with every scroll.
  const layerOf = (element: Element): Element => {
    let layer: Element | null = element
    while (layer && !['sticky', 'fixed'].includes(getComputedStyle(layer).position))
      layer = layer.parentElement
    return layer ?? document.body
  }
  const paneOf = (element: Element): Element | null => element.closest('.pane')
  const html = document.documentElement
  if (html.scrollWidth > html.clientWidth) {
    found.push(`the page scrolls sideways: ${html.scrollWidth} > ${html.clientWidth}`)
  }
  const all = [...document.querySelectorAll('a[href], button, select, textarea, input, label:has(input)')]
  const targets = all.filter((one) => isSeen(one) && !(one.tagName === 'INPUT' && one.closest('label')))
  const boxes = targets.map((element) => ({
    element,
    box: element.getBoundingClientRect(),
    layer: layerOf(element),
    pane: paneOf(element),
  }))
  for (const { element, box } of boxes) {
    const least = element.matches('.primary') ? 72 : 64
    if (box.height < least - 0.5 || box.width < 63.5) {
      found.push(
        `${nameOf(element)} is ${Math.round(box.width)} x ${Math.round(box.height)}, should be 64 x ${least}`,
      )
    }
    const isTyped = element.matches('input, textarea')
    if (
      !isTyped &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    ) {
      found.push(
        `${nameOf(element)} is clipped: ${element.scrollWidth} x ${element.scrollHeight} in ${element.clientWidth} x ${element.clientHeight}`,
      )
    }
    if (box.right > html.clientWidth + 0.5 || box.left < -0.5)
      found.push(`${nameOf(element)} reaches over the edge`)
  }
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.layer !== other.layer || one.pane !== other.pane) continue
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const across = Math.max(0, other.box.left - one.box.right, one.box.left - other.box.right)
      const down = Math.max(0, other.box.top - one.box.bottom, one.box.top - other.box.bottom)
      const danger = one.element.matches('.danger') !== other.element.matches('.danger')
      const least = danger ? 48 : 12
      if (Math.hypot(across, down) < least - 0.5) {
        found.push(
          `${nameOf(one.element)} and ${nameOf(other.element)} are ${Math.round(Math.hypot(across, down))} px apart, should be ${least}`,
        )
      }
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (!holder || !node.textContent?.trim() || !isSeen(holder) || holder.closest('svg')) continue
    const size = parseFloat(getComputedStyle(holder).fontSize)
    if (size < (holder.closest('nav.places') ? 16 : 18) - 0.05)
      found.push(`${nameOf(holder)} is written in ${size} px`)
    const { right } = holder.getBoundingClientRect()
    if (right > html.clientWidth + 0.5) found.push(`${nameOf(holder)} reaches over the right edge`)
  }
  return [...new Set(found)]
}

/** Everything on the present screen that is too small, too close, clipped, or makes the page scroll sideways. */
export const complaints = (page: Page): Promise<string[]> => page.evaluate(complain)

/** Goes to a screen by its address and waits until it stands still. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const wait = (milliseconds: number): Promise<unknown> =>
      new Promise((resolve) => setTimeout(resolve, milliseconds))
    const look = (): string => `${document.title} ${document.body.innerHTML.length}`
    const old = location.hash === `#${hash}` ? null : document.querySelector('main > *')
    const oldLook = look()
    location.hash = hash
    scrollTo(0, 0)
    // The present screen stays until the next one is loaded; one that looks the same may even stay the same.
    for (let tries = 0; tries < 200; tries += 1) {
      if (!old?.isConnected || (tries > 20 && look() !== oldLook)) break
      await wait(30)
    }
    let before = ''
    for (let tries = 0; tries < 250; tries += 1) {
      const now = look()
      if (now === before && document.querySelector('h1')) return
      before = now
      await wait(40)
    }
  }, address)
}
