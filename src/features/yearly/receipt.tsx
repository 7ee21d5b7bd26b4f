import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm, type Form } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import { receiptOf, receiptsOf, type Receipt } from '../../records/report.ts'
import { currencies, currencyName, parseAmount, plainAmount, usualCurrency } from '../../shared/amount.ts'
import { newId } from '../../shared/ids.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { DateField } from '../../ui/datefield.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

/** The number after the highest one; of numbers with letters in them nobody knows the next. */
export function nextNumber(receipts: readonly Receipt[]): string {
  const numbers = receipts.map(({ number }) => Number(number)).filter((one) => Number.isInteger(one))
  return receipts.length > 0 && numbers.length < receipts.length ? '' : String(Math.max(0, ...numbers) + 1)
}

type InsideProps = { form: Form; field: string; isAdding: boolean }

function Inside({ form, field, isAdding }: InsideProps): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [now] = useState(() => today(new Date(notebook.now())))
  const [start] = useState((): Receipt => {
    const value = form.values[field]
    if (value) return receiptOf(value)
    const others = receiptsOf(form.values).map((one) => one.value)
    const currency = others.at(-1)?.currency ?? usualCurrency[language]
    return { number: nextNumber(others), day: '', what: '', cents: undefined, currency }
  })
  const [receipt, setReceipt] = useState(start)
  const [amount, setAmount] = useState(start.cents === undefined ? '' : plainAmount(start.cents, language))
  const [isTried, setTried] = useState(false)
  const parent = `/yearly/${form.record}/receipts`
  const put = (part: Partial<Receipt>): void => {
    const next = { ...receipt, ...part }
    setReceipt(next)
    const { cents, ...rest } = next
    form.set(field, cents === undefined ? rest : { ...rest, cents })
  }
  const typeAmount = (text: string): void => {
    setAmount(text)
    const parsed = parseAmount(text)
    if (parsed) put({ cents: parsed.cents, ...(parsed.currency ? { currency: parsed.currency } : {}) })
    else if (!text.trim()) put({ cents: undefined })
  }
  const isNameless = !receipt.what.trim()
  const isWrong = !parseAmount(amount)
  const done = async (): Promise<void> => {
    if (isNameless || isWrong) return setTried(true)
    await form.commit()
    back(parent)
  }
  const takeAway = async (): Promise<void> => {
    await form.commit()
    const { cents, ...rest } = receipt
    await change(notebook, [form.record], { [field]: null })
    offerUndo(t('yearly.receiptDeleted'), () =>
      change(notebook, [form.record], { [field]: cents === undefined ? rest : { ...rest, cents } }),
    )
    back(parent)
  }
  return (
    <>
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('yearly.receiptNumber')}
          optional
          most={40}
          value={receipt.number}
          onInput={(number) => put({ number })}
        />
        <DateField
          legend={t('yearly.receiptDay')}
          value={receipt.day}
          onChange={(day) => put({ day })}
          today={now}
        />
        <TextField
          label={t('yearly.receiptWhat')}
          hint={t('yearly.receiptWhatHint')}
          value={receipt.what}
          message={isTried && isNameless ? t('yearly.receiptWhatMissing') : undefined}
          onInput={(what) => put({ what })}
        />
        <TextField
          label={t('yearly.receiptAmount')}
          most={40}
          value={amount}
          message={
            isTried && isWrong
              ? t('yearly.amountWrong', { example: plainAmount(120050, language) })
              : undefined
          }
          onInput={typeAmount}
        />
        <Choices
          legend={t('yearly.currency')}
          beside="wide"
          value={receipt.currency}
          onChoose={(currency) => put({ currency })}
          choices={currencies.map((currency) => ({
            value: currency,
            label: currencyName(currency, language),
          }))}
        />
        <FormEnd state={form.state} done={t('yearly.done')} onDone={done} />
        {!isAdding && (
          <Buttons>
            <Button writes danger icon="trash-2" onPress={takeAway}>
              {t('yearly.deleteReceipt')}
            </Button>
          </Buttons>
        )}
      </form>
    </>
  )
}

/** Adds a receipt or changes one; "new" stands in the address of one that isn't there yet. */
export function ReceiptForm({ params }: { params: { id?: string; receipt?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  const { id = '', receipt = 'new' } = params
  const isAdding = receipt === 'new'
  const form = useForm('report', id)
  return (
    <Page title={isAdding ? t('yearly.addReceipt') : t('yearly.receipt')} parent={`/yearly/${id}/receipts`}>
      {form && !form.isNew && (
        <Inside form={form} field={`receipts/${isAdding ? fresh : receipt}`} isAdding={isAdding} />
      )}
    </Page>
  )
}
