import { type FormContent, formatNumber, limits } from '@fieldledger/forms'
import { Alert, Stack, Text } from '@mantine/core'
import { DateTime } from 'luxon'
import { useCatalogue } from '../../../data/use-catalogue.ts'
import { messages } from '../messages.ts'

const counter = 42
const codeOfNobody = 'P12'

/** A number as the next form will get it, with the longest code that the company has; and what is wrong with it. */
export function NumberingExample({ content }: { content: FormContent }) {
  const { numbering: pattern } = content
  const projects = useCatalogue('projects', { enabled: pattern.projectCode })
  const codes = (projects.data ?? []).flatMap(({ code }) => (code === undefined ? [] : [code.trim()]))
  const longest = codes.toSorted((one, other) => other.length - one.length)[0]
  const projectCode = longest ?? codeOfNobody
  const common = { pattern, year: DateTime.now().year, counter }
  const number = formatNumber({ ...common, projectCode })
  return (
    <Stack gap="xs">
      <div>
        <Text className="numeric" role="status">
          {messages.example(number)}
        </Text>
        {pattern.projectCode ? (
          <Text size="sm" c="dimmed" className="numeric">
            {messages.exampleWithoutProject(formatNumber(common))}
          </Text>
        ) : null}
      </div>
      {number.length > limits.documentNumber ? (
        <Alert color="yellow" title={messages.numberTooLong(number.length, limits.documentNumber)}>
          {messages.numberTooLongHint}
        </Alert>
      ) : null}
      {pattern.projectCode && !asksForProject(content) ? (
        <Alert color="yellow">{messages.noProjectField}</Alert>
      ) : null}
      {projects.isSuccess && longest === undefined ? (
        <Text size="sm" c="dimmed">
          {messages.noProjectCodes}
        </Text>
      ) : null}
    </Stack>
  )
}

function asksForProject({ fields }: FormContent): boolean {
  return fields.some(
    (field) =>
      field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'projects',
  )
}
