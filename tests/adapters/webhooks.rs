//! How endpoints of the agency's system are told: straight, and nobody else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::routing::any;
use twofa_bridge::model::Timestamp;
use twofa_bridge::webhooks::{Endpoint, Error, Webhooks};

/// Serves what answers, and says where.
async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}/hook")
}

#[tokio::test]
async fn what_an_endpoint_is_told_is_told_nobody_that_it_points_to() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counts = Arc::clone(&asked);
    let elsewhere = Router::new().fallback(any(move || async move {
        counts.fetch_add(1, Ordering::SeqCst);
    }));
    let elsewhere = serve(elsewhere).await;
    for status in [StatusCode::MOVED_PERMANENTLY, StatusCode::FOUND, StatusCode::TEMPORARY_REDIRECT] {
        let to = elsewhere.clone();
        let url = serve(Router::new().fallback(any(move || async move { (status, [(LOCATION, to)]) }))).await;
        let endpoint = Endpoint { url: url.parse().unwrap(), secret: "whsec_c2VjcmV0".into() };
        let id = endpoint.id();
        let told = Webhooks::new([endpoint]).deliver(&id, "1", Timestamp(0), "{}".to_owned()).await;
        assert_eq!(told, Err(Error::Refused(status.as_u16())));
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}
