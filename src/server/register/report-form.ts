import { html } from 'hono/html'
import { isReport } from '../../shared/register/endpoints.ts'
import { registerLimits } from '../../shared/register/limits.ts'
import { isMailAddress } from '../../shared/register/text.ts'
import type { Reader } from './reading.ts'

/** What somebody wrote that could not be taken, and why, by field. */
export type Draft = {
  readonly text: string
  readonly mail: string
  readonly wrong: 'reportShort' | 'reportLong' | 'reportWrongMail' | 'tooOften'
}

/** What is wrong with a report; undefined if nothing is. */
export function wrongIn(text: string, mail: string): Draft['wrong'] | undefined {
  if (text.length > registerLimits.report) return 'reportLong'
  if (!isReport(text)) return 'reportShort'
  return isMailAddress(mail) ? undefined : 'reportWrongMail'
}

/** The form for whoever finds something wrong: it needs no script, and keeps what was typed. */
export const reportForm = ({ language, words }: Reader, entry: string, draft?: Draft) => {
  const told = draft && html`<p id="wrong" class="wrong" role="alert">${words[draft.wrong]}</p>`
  const isMail = draft?.wrong === 'reportWrongMail'
  const marked = (isIt: boolean) => (draft && isIt ? html`aria-invalid="true" aria-describedby="wrong"` : '')
  return html`<section aria-labelledby="report">
    <h2 id="report">${words.report}</h2>
    <p>${words.reportLead}</p>
    <form method="post" action="/register/${language}/entry/${entry}/report">
      ${told ?? ''}
      <label for="text">${words.reportText}</label>
      <textarea
        id="text"
        name="text"
        rows="4"
        required
        maxlength="${registerLimits.report}"
        ${marked(!isMail)}
      >
${draft?.text ?? ''}</textarea>
      <label for="mail">${words.reportMail}</label>
      <input
        id="mail"
        name="mail"
        type="email"
        maxlength="200"
        autocomplete="email"
        value="${draft?.mail ?? ''}"
        ${marked(isMail)}
      />
      <button type="submit">${words.send}</button>
    </form>
  </section>`
}
