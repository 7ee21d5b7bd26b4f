import type { JSX } from 'preact'
import type { Sheet } from '../../sync/verbs.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Digits } from '../../ui/digits.tsx'
import { Paper } from '../../ui/paper.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Qr } from './qr.tsx'

const addressOf = (link: string): string => link.replace(/#.*$/, '').replace(/\/$/, '')

type SheetPaperProps = { sheet: Sheet; notebook: string; onAgain: () => void; onNext: () => void }

/** The recovery sheet as it comes out of the printer. Whoever finds it years later has nothing but these lines. */
export function SheetPaper({ sheet, notebook, onAgain, onNext }: SheetPaperProps): JSX.Element {
  const { t } = useText()
  const lines = [
    t('members.sheet.line2', { address: addressOf(sheet.link) }),
    t('members.sheet.line3', { button: t('members.alone.haveInvitation') }),
    t('members.sheet.line4'),
    t('members.sheet.line5'),
  ]
  return (
    <Paper
      title={t('members.sheet.title')}
      parent="/members"
      before={
        <>
          <p>{t('members.sheet.step2')}</p>
          <Status look="waiting" icon="circle-alert">
            <strong>{t('members.sheet.once')}</strong>
          </Status>
        </>
      }
      after={
        <Buttons column>
          <Button icon="refresh-cw" onPress={onAgain}>
            {t('members.sheet.again')}
          </Button>
          <Button iconBehind="arrow-right" onPress={onNext}>
            {t('members.sheet.next')}
          </Button>
        </Buttons>
      }
    >
      <div class="guest-card recovery">
        {notebook && <h2>{notebook}</h2>}
        <p>{t('members.sheet.line1')}</p>
        <div class="guest-card-ways">
          <Qr text={sheet.link} label={t('members.sheet.code')} />
          <ol class="numbered">
            {lines.map((line) => (
              <li key={line}>
                <span>{line}</span>
              </li>
            ))}
          </ol>
        </div>
        <Digits digits={sheet.digits} />
        <p>
          <strong>{t('members.sheet.likeKey')}</strong>
        </p>
        <p class="kept-by">{t('members.sheet.keptBy')}</p>
      </div>
    </Paper>
  )
}
