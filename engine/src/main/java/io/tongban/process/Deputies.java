package io.tongban.process;

import java.util.Collection;
import java.util.Map;

/** Who stands in for whom; provided by the module that keeps delegations. */
public interface Deputies {

    /**
     * Deputies of those among the people who have one at this moment.
     *
     * @param processKey process of the request
     * @param field reads an answer or fact by name, for limits
     * @return deputy by person; people without one are left out
     */
    Map<String, String> of(Collection<String> people, String processKey, Approvers.Values field);
}
