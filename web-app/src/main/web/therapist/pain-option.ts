import type { EChartsCoreOption } from 'echarts/core';
import { dateText, numberText } from '../shared/i18n';
import { words } from './messages';
import type { Mark, Progress } from './progress';
import { trendLine } from './trend-line';

/** The colours of a theme, read from its tokens. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly strong: string;
  readonly band: string;
  readonly warn: string;
  readonly bad: string;
  readonly info: string;
  readonly paper: string;
}

const SYMBOLS: Readonly<Record<Mark['kind'], string>> = { program: 'diamond', flare: 'triangle', spike: 'pin', 'red-flag': 'rect' };

/**
 * How pain is drawn for clinicians: the axis is always 0 to 10 and less is lower; days are points, and a day without a
 * score is a gap; lines differ by dashes, marks by shape, never by colour alone.
 */
export function painOption(progress: Progress, marks: readonly Mark[], colours: Palette): EChartsCoreOption {
  const { slope, changes } = progress;
  const line = slope === null ? [] : trendLine(progress.days, slope.pointsPerWeek, slope.correctedInterval);
  const span = [progress.from, progress.until] as const;
  const level = (name: string, y: number | undefined | null, type: 'dashed' | 'dotted') =>
    (y === undefined || y === null ? [] : [{
      name, type: 'line', symbol: 'none', silent: true, data: span.map((date) => [date, y]),
      lineStyle: { type, width: 2, color: colours.soft },
      endLabel: { show: true, formatter: name, color: colours.ink, align: 'right', verticalAlign: 'bottom', offset: [-4, -4] },
    }]);
  const goal = changes.start && changes.thresholds ? changes.start.mean - changes.thresholds.improvement : null;
  return {
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif', color: colours.ink },
    grid: { left: 44, right: 20, top: 36, bottom: 56 },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', backgroundColor: colours.paper, borderColor: colours.line,
      textStyle: { color: colours.ink },
      formatter: (items: readonly { readonly seriesName: string; readonly value: readonly [string, number] }[]) => {
        const point = items.find((item) => item.seriesName === words.painDay) ?? items[0];
        return point === undefined ? '' : `${dateText(point.value[0])}: ${numberText(point.value[1], 1)}`;
      },
    },
    xAxis: {
      type: 'time', min: progress.from, max: progress.until, axisLine: { lineStyle: { color: colours.soft } },
      axisLabel: { color: colours.soft, hideOverlap: true, formatter: (value: number) => dateText(new Date(value).toISOString().slice(0, 10), { day: 'numeric', month: 'short' }) },
    },
    yAxis: {
      type: 'value', min: 0, max: 10, interval: 2, name: words.painAxis, nameTextStyle: { color: colours.soft, align: 'left' },
      axisLabel: { color: colours.soft }, splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      { name: 'band-base', type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data: line.map((p) => [p.date, p.lower]) },
      { name: 'band', type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, areaStyle: { color: colours.band }, data: line.map((p) => [p.date, p.upper - p.lower]) },
      { name: words.slopeLine, type: 'line', symbol: 'none', silent: true, lineStyle: { width: 2.5, color: colours.strong }, data: line.map((p) => [p.date, p.fit]) },
      ...level(words.baselineLine, changes.baseline?.mean, 'dashed'),
      ...level(words.goalLine, goal !== null && goal >= 0 ? goal : null, 'dotted'),
      {
        name: words.painDay, type: 'scatter', symbolSize: 7, itemStyle: { color: colours.ink }, z: 5,
        data: progress.days.filter((day) => day.pain !== null).map((day) => [day.date, day.pain]),
      },
      ...(['program', 'flare', 'spike', 'red-flag'] as const).map((kind) => ({
        name: words.mark(kind), type: 'scatter', symbol: SYMBOLS[kind], symbolSize: 13, silent: true, z: 6,
        itemStyle: { color: { program: colours.info, flare: colours.warn, spike: colours.bad, 'red-flag': colours.bad }[kind] },
        data: marks.filter((mark) => mark.kind === kind && mark.date >= progress.from && mark.date <= progress.until).map((mark) => [mark.date, 0.25]),
      })),
    ],
  };
}
