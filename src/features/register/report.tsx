import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { briefOf } from '../../db/register/lines.ts'
import { registerOf } from '../../db/register/open.ts'
import type { EntryRow } from '../../db/register/tables.ts'
import { isPractice } from '../../db/tables.ts'
import { registerLimits } from '../../shared/register/limits.ts'
import { isMailAddress } from '../../shared/register/text.ts'
import { codeOf, reportEntry } from '../../sync/verbs.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { Params } from '../../ui/feature.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useTries } from '../../ui/tries.ts'
import { Problem } from './problem.tsx'

const leastText = 3

function Form({ row, onSent }: { row: EntryRow; onSent: () => void }): JSX.Element {
  const { t } = useText()
  const [text, setText] = useState('')
  const [mail, setMail] = useState('')
  const [problem, setProblem] = useState<ReturnType<typeof codeOf>>()
  const [isBusy, setBusy] = useState(false)
  const { isTried, refuse, form } = useTries()
  const isTextWrong = text.trim().length < leastText
  const isMailWrong = !isMailAddress(mail.trim())
  const send = async (): Promise<void> => {
    if (isBusy) return
    if (isTextWrong || isMailWrong) return refuse()
    setBusy(true)
    setProblem(undefined)
    await reportEntry({ entry: row.entry, text: text.trim(), mail: mail.trim() }).then(
      onSent,
      (reason: unknown) => setProblem(codeOf(reason)),
    )
    setBusy(false)
  }
  return (
    <form class="stack" ref={form} onSubmit={(event) => event.preventDefault()}>
      <p>{t('register.report.what')}</p>
      <TextArea
        label={t('register.report.text')}
        message={isTried && isTextWrong ? t('register.report.textMissing') : undefined}
        most={registerLimits.report}
        value={text}
        onInput={setText}
      />
      <TextField
        label={t('register.report.mail')}
        hint={t('register.report.mailHint')}
        optional
        type="email"
        inputMode="email"
        autocomplete="email"
        message={isTried && isMailWrong ? t('register.mailWrong') : undefined}
        value={mail}
        onInput={setMail}
      />
      {problem && <Problem code={problem}>{t('register.report.notSent')}</Problem>}
      <Button primary submit onPress={send}>
        {t('register.report.send')}
      </Button>
    </form>
  )
}

function Sent(): JSX.Element {
  const { t } = useText()
  return (
    <>
      <div role="status">
        <Status look="shared" icon="check">
          {t('register.report.sent')}
        </Status>
      </div>
      <LinkButton primary to={href('/register')}>
        {t('register.toRegister')}
      </LinkButton>
    </>
  )
}

/** Tells the operator that an entry should not stand there. */
export function ReportEntry({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const register = registerOf(notebook)
  const entry = params['entry'] ?? ''
  const [isSent, setSent] = useState(false)
  const found = useLive(async () => ({ row: await register.entries.get(entry) }), [register, entry])
  if (!found) return null
  const { row } = found
  const isThere = row?.content && !isPractice(notebook)
  return (
    <Page title={t('register.report.title')} parent={`/register/entry/${entry}`}>
      <div class="page stack">
        {row?.content && (
          <h2>
            <bdi>{briefOf(row)?.title}</bdi>
          </h2>
        )}
        {isSent && <Sent />}
        {!isSent && isThere && <Form row={row} onSent={() => setSent(true)} />}
        {!isSent && !isThere && <p>{t('register.isGone')}</p>}
      </div>
    </Page>
  )
}
