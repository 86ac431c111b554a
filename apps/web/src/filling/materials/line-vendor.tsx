import { v7 as uuidv7 } from 'uuid'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useFilling } from '../filling-context.ts'
import { SearchPicker } from '../inputs/search-picker.tsx'
import { useChoices } from '../inputs/use-choices.ts'
import { messages } from '../messages.ts'
import classes from './material-line.module.css'

/** Of whom the line is bought: searched as the vendor of a form is, and proposed by its name where the list has it not. */
export function LineVendor(props: {
  value: string | undefined
  error: string | undefined
  onPick: (id: string | undefined) => void
}) {
  const { value, onPick } = props
  const { proposedVendors, proposeVendor } = useFilling()
  const choices = useChoices('vendors')
  const vendors = useCatalogue('vendors')
  const chosen = [...choices, ...(vendors.data ?? [])].find(({ id }) => id === value)
  const propose = (name: string) => {
    const before = proposedVendors.find((one) => one.name.toLowerCase() === name.toLowerCase())
    const vendor = before ?? { id: uuidv7(), name: name.slice(0, 300) }
    if (before === undefined) proposeVendor(vendor)
    onPick(vendor.id)
  }
  return (
    <div className={classes.wide ?? ''}>
      <SearchPicker
        label={messages.vendor}
        error={props.error}
        choices={choices}
        shown={chosen?.name ?? ''}
        onPick={onPick}
        onClear={() => onPick(undefined)}
        free={{ label: messages.proposeNamed, onUse: propose }}
      />
    </div>
  )
}
