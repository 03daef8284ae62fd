import { computed, shallowReactive } from 'vue';
import { may, useMe } from '@/shared/api/session';
import type { Place } from '@/shared/feature';

const places = shallowReactive<Place[]>([]);

export function addPlaces(added: Place[]): void {
  places.push(...added);
  places.sort((a, b) => a.order - b.order);
}

/** The places that the signed-in person may go to. */
export function usePlaces() {
  const { me } = useMe();
  return computed(() => (me.value ? places.filter((place) => may(place.permission)) : []));
}
