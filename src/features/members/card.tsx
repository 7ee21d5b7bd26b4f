import type { JSX } from 'preact'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { pickLanguage } from '../../shared/language.ts'
import type { Invitation } from '../../sync/verbs.ts'
import { Digits } from '../../ui/digits.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useTextIn } from '../../ui/text-in.ts'
import { useText, type Text } from '../../ui/text.ts'
import { NotHere, useInvitation } from './invitation.tsx'
import { AfterScanning } from './after-scanning.tsx'
import { Problem } from './problem.tsx'
import { Qr } from './qr.tsx'
import { dayOf } from './words.ts'

type CardProps = { shown: Invitation; text: Text; names: { readonly notebook: string; readonly me: string } }

function OnPaper({ shown, text, names }: CardProps): JSX.Element {
  const { t } = text
  const { link, digits, expires, helper, phone } = shown
  return (
    <div class="guest-card">
      <p>{t('members.card.by', { name: names.me, notebook: names.notebook })}</p>
      <div class="guest-card-ways">
        <Qr text={link} label={t('members.letter.code')} />
        <ol class="numbered">
          <li>
            <span>{t('members.card.camera')}</span>
          </li>
          <li>
            <div>
              <span>{t('members.card.tap')}</span>
              <AfterScanning link={link} />
            </div>
          </li>
          <li>
            <span>{t('members.card.accept')}</span>
          </li>
        </ol>
      </div>
      <p>
        {t('members.card.link')} <span class="address">{link}</span>
      </p>
      <div>
        <p>{t('members.letter.digits')}</p>
        <Digits digits={digits} />
      </div>
      <p>
        <strong>{t('members.card.nothing')}</strong> {t('members.card.apple')}
      </p>
      <p>{t('members.letter.until', { date: dayOf(expires, text) })}</p>
      {phone && (
        <p>
          {t('members.letter.helper', { name: helper || names.me })} <strong>{phone}</strong>
        </p>
      )}
    </div>
  )
}

/** The invitation as a card for the hand, in the language of whoever gets it. */
export function Card({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const { notebook, device } = useOpen()
  const slip = params['slip'] ?? ''
  const { shown, problem } = useInvitation(slip)
  const text = useTextIn(pickLanguage([shown?.language ?? '']))
  const names = useLive(async () => {
    const [row, { myName }] = [await rowOf(notebook, notebook.space), await readSettings(device)]
    return { notebook: row?.label ?? '', me: myName }
  }, [notebook, device])
  if (problem || shown === null)
    return (
      <Page title={t('members.open.one')} parent={`/members/invite/${slip}`}>
        {problem ? (
          <div class="page">
            <Problem code={problem} />
          </div>
        ) : (
          <NotHere slip={slip} />
        )}
      </Page>
    )
  if (!shown || !text || !names || text.language !== pickLanguage([shown.language])) return null
  const title = shown.guest
    ? text.t('members.card.titleFor', { name: shown.guest })
    : text.t('members.open.one')
  return (
    <Paper title={title} parent={`/members/invite/${slip}`} text={text}>
      <OnPaper shown={shown} text={text} names={names} />
    </Paper>
  )
}
