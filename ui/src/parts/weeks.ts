// The two metrics that a week has a value for, as a run; units turned for people.
import type { Week } from "../bindings/Week";
import { lang, t } from "../words.svelte";

const DAY = 86_400;

/** The run of a metric over whole weeks; empty when weeks say nothing about it. */
export function weekly(metric: string, weeks: Week[]): [string, number | null][] {
  const whole = weeks.filter((week) => week.whole);
  if (metric === "lead_time" || metric === "deploy_lag") return metric === "lead_time" ? whole.map((week) => [short(week), week.lead_time]) : [];
  return metric === "deployment_frequency" ? whole.map((week) => [short(week), week.deployments]) : [];
}

/** A week's value in words. */
export function weekValue(metric: string, value: number): string {
  if (metric === "deployment_frequency") return t("ui-per-week", { count: value });
  const days = new Intl.NumberFormat(lang(), { maximumFractionDigits: 1 }).format(value / DAY);
  return t("ui-days", { days });
}

function short(week: Week): string {
  return week.name.replace(/^\d+-/, "");
}
