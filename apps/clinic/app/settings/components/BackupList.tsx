import type { BackupsView } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, EmptyState, Table } from "../../ui/index.ts";

type BackupLine = BackupsView["files"][number];

/** The backups that there are, newest first, and how the last test of each went. */
export function BackupList(props: { readonly files: readonly BackupLine[]; readonly isRunning: boolean }) {
  const { files, isRunning } = props;
  const { text, format } = useMessages();
  if (files.length === 0)
    return (
      <Card title={text("settings.backup.list")}>
        <EmptyState title={text("settings.backup.none")} />
      </Card>
    );
  return (
    <Card title={text("settings.backup.list")}>
      <Table
        caption={text("settings.backup.table")}
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">{text("settings.backup.column.at")}</th>
            <th scope="col">{text("settings.backup.column.size")}</th>
            <th scope="col">{text("settings.backup.column.test")}</th>
          </tr>
        }
      >
        {files.map((file) => (
          <tr key={file.name}>
            <th scope="row">{format.dateTime(file.at)}</th>
            <td data-label={text("settings.backup.column.size")}>
              <Size file={file} />
            </td>
            <td data-label={text("settings.backup.column.test")}>
              <TestResult file={file} />
            </td>
          </tr>
        ))}
      </Table>
      <p className="small soft">{text("settings.backup.test-text")}</p>
      {!isRunning && (
        <Form method="post">
          <Button name="intent" value="test" look="quiet">
            {text("settings.backup.test")}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function Size({ file }: { readonly file: BackupLine }) {
  const { text } = useMessages();
  const size = Math.max(0.1, Math.round(file.bytes / 100_000) / 10);
  return file.rows === null
    ? text("settings.backup.size-only", { size })
    : text("settings.backup.size", { size, rows: file.rows });
}

function TestResult({ file: { drill } }: { readonly file: BackupLine }) {
  const { text, format } = useMessages();
  if (drill === null) return text("settings.backup.untested");
  const at = format.dateTime(drill.at);
  const { rows, practices, seconds } = drill;
  if (drill.problem === null) return text("settings.backup.passed", { at, rows, practices, seconds });
  return text("settings.backup.problem", { at, problem: drill.problem });
}
