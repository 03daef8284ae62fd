package io.tongban.notify;

import java.util.Collection;

/** Another way by which notices reach people, besides the list in the product. Called in the sender's transaction. */
public interface NoticeChannel {

    void deliver(Notice notice, Collection<String> people);
}
