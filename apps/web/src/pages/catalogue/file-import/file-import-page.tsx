import { PageHeader, Panel } from '@fieldledger/ui'
import { Alert, Anchor, Button, FileButton, Group, List, Loader, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { CsvLink } from '../../../lists/csv-link.tsx'
import { readCatalogueList } from '../catalogue-list.ts'
import { listNames } from '../messages.ts'
import { EarlierFiles } from './earlier-files.tsx'
import { FileOutcome } from './file-outcome.tsx'
import { messages } from './messages.ts'
import { useFileImport } from './use-file-import.ts'

export function FileImportPage() {
  const list = readCatalogueList(useParams().list)
  const load = useFileImport(list)
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to={`/catalogue/${list}`}>
            {listNames[list]}
          </Anchor>
        }
        title={messages.title(listNames[list])}
        hint={messages.hint}
      />
      <Stack>
        <Panel>
          <Stack>
            <List type="ordered" maw={720}>
              {messages.steps.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
            <Group>
              <CsvLink path={`/${list}.csv`} fileName={`${list}.csv`} />
              <FileButton accept=".csv,text/csv" onChange={(file) => void load.choose(file)}>
                {(button) => (
                  <Button
                    {...button}
                    loading={load.busy}
                    variant={load.answer === undefined ? 'filled' : 'default'}
                    leftSection={<IconUpload size={16} aria-hidden />}
                  >
                    {load.answer === undefined ? messages.choose : messages.chooseAnother}
                  </Button>
                )}
              </FileButton>
              {load.busy ? (
                <Group gap="xs" role="status">
                  <Loader size={14} aria-hidden />
                  <Text c="dimmed">{messages.reading}</Text>
                </Group>
              ) : null}
            </Group>
            {load.error ? (
              <Alert color="red" role="alert">
                {sentenceOf(load.error)}
              </Alert>
            ) : null}
          </Stack>
        </Panel>
        {load.answer === undefined ? null : (
          <FileOutcome
            answer={load.answer}
            fileName={load.fileName}
            busy={load.busy}
            onApply={load.apply}
            sendsOn={list === 'vendors'}
          />
        )}
        <EarlierFiles list={list} />
      </Stack>
    </>
  )
}
