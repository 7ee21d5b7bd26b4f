import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test, type Page } from '@playwright/test'

const run = promisify(execFile)

/** A4 in CSS pixels, and what its margins leave for writing. */
const paper = { width: 794, height: 1123 }
const room = { width: 658, height: 987 }
/** As in print.css, for pictures that no printer made. */
const margins = '16mm 16mm 20mm 20mm'

/** The sheets that a printer would put out for the present screen. */
export async function pagesOf(page: Page): Promise<{ count: number; size: string }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  return {
    count: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    size: `${Math.round(Number(width))}x${Math.round(Number(height))} pt`,
  }
}

// Inside the page: whatever is wrong with how it comes out on paper, each as one sentence.
function complain(least: number): string[] {
  const found: string[] = []
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true })
  }
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${element.textContent?.trim().slice(0, 40)}"`
  const html = document.documentElement
  if (html.scrollWidth > html.clientWidth)
    found.push(`the sheet is too narrow: ${html.scrollWidth} > ${html.clientWidth}`)
  for (const tapped of document.querySelectorAll(
    'button, input, textarea, nav, .button, .tool, .desk, .undo, .search, .dock',
  ))
    if (isSeen(tapped)) found.push(`${nameOf(tapped)} can't be tapped on paper`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (!holder || !node.textContent?.trim() || !isSeen(holder)) continue
    const { fontSize, color } = getComputedStyle(holder)
    if (parseFloat(fontSize) < least - 0.05) found.push(`${nameOf(holder)} is printed in ${fontSize}`)
    if (color !== 'rgb(0, 0, 0)') found.push(`${nameOf(holder)} is printed in ${color}`)
  }
  return [...new Set(found)]
}

/** What is wrong with the present screen on paper: small or coloured letters, buttons, what is too wide. */
export async function paperComplaints(page: Page, { points = 12 } = {}): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(room)
  const found = await page.evaluate(complain, (points * 96) / 72)
  await page.emulateMedia({ media: null })
  return found
}

/** The first page of the present screen on paper as a PNG file: by poppler where it is there, else by the browser. */
export async function pictureOfSheet(page: Page, file: string): Promise<void> {
  const pdf = test.info().outputPath('sheet.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true })
  try {
    await run('pdftoppm', ['-png', '-r', '96', '-singlefile', pdf, file.replace(/\.png$/, '')])
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(paper)
    await page.evaluate((padding) => (document.body.style.padding = padding), margins)
    await page.screenshot({ path: file, scale: 'css' })
    await page.evaluate(() => (document.body.style.padding = ''))
    await page.emulateMedia({ media: null })
  }
}
