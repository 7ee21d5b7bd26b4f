import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button, Buttons } from './button.tsx'
import { SearchField } from './field.tsx'

/** `hint` says what kind of thing it is, where several kinds stand in one list. */
export type Pick = { readonly id: string; readonly label: string; readonly hint?: string }

type PickerProps = {
  label: string
  /** What is chosen now, and what it is called when nothing is. */
  chosen: string
  changeText: string
  clearText?: string | undefined
  searchText: string
  find: (query: string) => Promise<readonly Pick[]>
  onPick: (id: string) => void
}

/** What a picker offers for the present query; an answer that comes after a newer question is not shown. */
export function useFound(
  find: (query: string) => Promise<readonly Pick[]>,
  query: string,
  open: boolean,
): readonly Pick[] {
  const [found, setFound] = useState<readonly Pick[]>([])
  useEffect(() => {
    let stale = false
    if (open) void find(query).then((picks) => stale || setFound(picks))
    return () => {
      stale = true
    }
  }, [open, query])
  return found
}

/** Chooses one record by its name: closed it says what is chosen, open it searches. */
export function Picker(props: PickerProps): JSX.Element {
  const { label, chosen, changeText, clearText, searchText, find, onPick } = props
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = useFound(find, query, open)
  const pick = (id: string): void => {
    onPick(id)
    setOpen(false)
    setQuery('')
  }
  return (
    <fieldset class="stack tight">
      <legend class="label">{label}</legend>
      <p>{chosen}</p>
      {open ? (
        <>
          <SearchField label={searchText} value={query} onInput={setQuery} />
          <Buttons column>
            {found.map((one) => (
              <Button key={one.id} onPress={() => pick(one.id)}>
                {one.label}
                {one.hint && <span class="hint line">{one.hint}</span>}
              </Button>
            ))}
            {clearText && <Button onPress={() => pick('')}>{clearText}</Button>}
          </Buttons>
        </>
      ) : (
        <Button icon="search" onPress={() => setOpen(true)}>
          {changeText}
        </Button>
      )}
    </fieldset>
  )
}
