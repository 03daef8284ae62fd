import type { Feature } from '@/shared/feature';
import { addPlaces } from '@/shared/places';
import { addSections } from '@/shared/sections';
import { fillSlots } from '@/shared/slots';

// Every folder under features is a feature; its index.ts is all that the application knows of it.
const modules = import.meta.glob<{ default: Feature }>('/src/features/*/index.ts', { eager: true });

const features = Object.values(modules).map((module) => module.default);

export const featureRoutes = features.flatMap((feature) => feature.routes);

for (const feature of features) {
  addPlaces(feature.places ?? []);
  addSections(feature.sections ?? []);
  fillSlots(feature.slots ?? []);
}
