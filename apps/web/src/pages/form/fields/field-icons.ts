import type { FieldKind } from '@fieldledger/forms'
import {
  IconAbc,
  IconAlignLeft,
  IconCalendar,
  IconCurrencyDollar,
  IconHeading,
  IconListCheck,
  IconNumber123,
  IconPaperclip,
  IconTable,
  IconToggleRight,
  type TablerIcon,
} from '@tabler/icons-react'

export const fieldIcons: Record<FieldKind, TablerIcon> = {
  section: IconHeading,
  text: IconAbc,
  paragraph: IconAlignLeft,
  number: IconNumber123,
  money: IconCurrencyDollar,
  date: IconCalendar,
  'yes-no': IconToggleRight,
  choose: IconListCheck,
  attachments: IconPaperclip,
  'material-table': IconTable,
}
