import { courseChart, describeCourse, type Focus } from "@concord/charts";
import type { Course } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { Signal } from "@concord/signals";

export interface CourseDrawings {
  readonly wide: string;
  readonly middle: string;
  readonly narrow: string;
  /** What the picture shows, in sentences. */
  readonly words: string;
}

const widths = { wide: 1130, middle: 640, narrow: 340 } as const;

/** The course at three widths, drawn where the page is made. */
export function drawCourse(
  course: Course,
  signals: readonly Signal[],
  options: {
    readonly focus?: Focus;
    readonly detail?: "full" | "simple";
    readonly titles: Readonly<Record<string, string>>;
  },
  messages: StaffMessages,
): CourseDrawings {
  const withText = signals.map((signal) => ({ ...signal, text: messages.of(signal.message) }));
  const draw = (size: keyof typeof widths) =>
    courseChart(course, withText, { messages, id: `course-${size}`, width: widths[size], ...options });
  return {
    wide: draw("wide"),
    middle: draw("middle"),
    narrow: draw("narrow"),
    words: describeCourse(course, options.detail === "simple" ? [] : withText, messages, options.titles),
  };
}
