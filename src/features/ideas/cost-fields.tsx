import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { plainAmount } from '../../shared/amount.ts'
import { CurrencyChoices, useAmounts, type Amounts } from '../../ui/amounts.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

export type IdeaMoney = Amounts<'cost' | 'ownShare'>

/** What is typed into the fields for an idea's money. */
export const useIdeaMoney = (form: Form): IdeaMoney => useAmounts(form, ['cost', 'ownShare'])

/** Whether one of the amounts cannot be read. */
export const isMoneyWrong = (money: IdeaMoney): boolean => money.isWrong('cost') || money.isWrong('ownShare')

type FieldsProps = { form: Form; money: IdeaMoney; isTried: boolean }

/** What it is to cost, and how much of that is paid by oneself. */
export function CostFields({ form, money, isTried }: FieldsProps): JSX.Element {
  const { t, language } = useText()
  const { texts, type, isWrong } = money
  const message = (field: 'cost' | 'ownShare'): string | undefined =>
    isTried && isWrong(field) ? t('ideas.amountWrong', { example: plainAmount(120050, language) }) : undefined
  return (
    <>
      <TextField
        label={t('ideas.cost')}
        optional
        most={40}
        value={texts.cost}
        message={message('cost')}
        onInput={(text) => type('cost', text)}
      />
      <TextField
        label={t('ideas.ownShare')}
        optional
        most={40}
        value={texts.ownShare}
        message={message('ownShare')}
        onInput={(text) => type('ownShare', text)}
      />
      {(texts.cost || texts.ownShare) && <CurrencyChoices legend={t('ideas.currency')} form={form} />}
    </>
  )
}
