import type { Instrument } from "../../instrument.ts";
import { allianceFullClient, allianceFullTherapist } from "./alliance-full.ts";
import { allianceSessionClientAdolescent } from "./alliance-session-adolescent.ts";
import {
  allianceSessionClientAdult,
  allianceSessionObserver,
  allianceSessionTherapist,
} from "./alliance-session-adult.ts";
import { allianceSessionCaregiver, allianceSessionClientChild } from "./alliance-session-child.ts";
import { attachmentClient, attachmentTherapist } from "./attachment.ts";
import { attachmentToTherapistClient } from "./attachment-to-therapist.ts";
import { conditionsClient } from "./conditions.ts";
import { distanceClient } from "./distance.ts";
import { cohesionMember, roundRobinMember } from "./group.ts";
import { perfectionismClient } from "./perfectionism.ts";
import { readinessClient, readinessTherapist } from "./readiness.ts";
import { ruptureClient, ruptureTherapist } from "./rupture.ts";
import { sessionDepthClient, sessionDepthTherapist } from "./session-depth.ts";
import { socialNetworkClient } from "./social-network.ts";
import { withTranslations } from "./translations/index.ts";

/** Concord's own forms, in its own words; those for clients, caregivers and members in five languages. */
export const concordForms: readonly Instrument[] = [
  allianceSessionClientAdult,
  allianceSessionTherapist,
  allianceSessionObserver,
  allianceSessionClientAdolescent,
  allianceSessionClientChild,
  allianceSessionCaregiver,
  allianceFullClient,
  allianceFullTherapist,
  ruptureClient,
  ruptureTherapist,
  sessionDepthClient,
  sessionDepthTherapist,
  conditionsClient,
  distanceClient,
  readinessClient,
  readinessTherapist,
  socialNetworkClient,
  perfectionismClient,
  attachmentClient,
  attachmentTherapist,
  attachmentToTherapistClient,
  cohesionMember,
  roundRobinMember,
].map(withTranslations);
