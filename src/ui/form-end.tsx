import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { FormState } from './form-state.tsx'

type FormEndProps = {
  state: 'untouched' | 'writing' | 'kept'
  done: string
  onDone: () => Promise<void>
}

/** The end of every form: whether it is saved, and the one button. It lies over nothing that could be tapped. */
export function FormEnd({ state, done, onDone }: FormEndProps): JSX.Element {
  return (
    <div class="form-end stack tight">
      <FormState state={state} />
      <Button primary submit onPress={onDone}>
        {done}
      </Button>
    </div>
  )
}
