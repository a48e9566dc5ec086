import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { openFile } from '@/lib/download';
import { isWeapp } from '@/lib/platform';
import { useAction } from '@/lib/useAction';
import { statementLink, type StatementFormat } from '../../api/hours';

const VERB = isWeapp ? '打开' : '下载';

/** The year's statement as a document or a table. */
export function StatementButtons({ year }: { year: number }) {
  const fetch = useAction(async (format: StatementFormat) =>
    openFile(await statementLink(year, format), `${year}年志愿服务清单`, format),
  );
  return (
    <Box className="stack stack-2">
      <Button wide icon="download" onTap={() => fetch.run('pdf')} testId="statement-pdf">
        {`${VERB}清单（文档）`}
      </Button>
      <Button wide icon="download" onTap={() => fetch.run('xlsx')} testId="statement-xlsx">
        {`${VERB}清单（表格）`}
      </Button>
      {fetch.error !== null && <Refusal error={fetch.error} />}
    </Box>
  );
}
